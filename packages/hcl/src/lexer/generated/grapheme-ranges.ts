/*
 * Unicode data as HCL 2.24 uses it, in its encoding of ranges: `gap` or `gap:length`, in base 36, each gap counted
 * from the end of the range before. Checked code point by code point against the Go library in the differential tests.
 */

/** Unicode 15's Control beyond ASCII. */
export const CONTROL: string =
  "3k:v e 12n 3jm 1kt 3:1 p:6 1e:f 17yo 6p:b ab9:f qxt:3 440:7 h406:v 2p:3j 6p:2rz";

/** Unicode 15's Extend beyond ASCII. */
export const EXTEND: string =
  "lc:33 7o:6 7c:18 2 2:1 2:1 2 21:a 1d:k h 2u:6 3:5 3:1 2:3 10 v:q 2k:a 1n:8 a p:3 2:8 2:2 2:4 18:2 " +
  "1p:7 17:n 2:v 1k 2 5:7 5 4:6 b:1 u 1n 2 3:3 9 a b:1 r 3:1 1m 5:1 5:1 3:2 4 v:1 4 c:1 1m 5:4 2:1 5 " +
  "l:1 n:5 2 1n 2:1 2:3 9 8:2 b:1 v 1o 2 d a 15 4 1k 2:2 6:2 2:3 8:1 c:1 u 1n 3 3 4 6:1 8:1 c:1 t:1 " +
  "1m:1 2 3:3 9 a b:1 u 21 5 3:2 2 9 2a 3:6 d:7 2r 3:8 c:6 22:1 s 2 2 1k:d 2:4 2:1 6:a 2:z a 2v:3 2:5 " +
  "2:1 3:1 q:1 5:2 h:3 e 3:1 7 g jk:2 qb:2 u:1 v:1 v:1 1t:1 2:6 9 3:a a 1a:2 2 3a:1 z 3b:2 5:1 a 7:2 " +
  "64:1 3 1n 2:6 2 2 3:7 7:9 3 1d:u 1e:3 1d:6 2 6 15:8 d:1 x:3 3:1 2:2 1l 2:1 4 2:2 1n:7 3:1 49:2 2:c " +
  "2:6 5 7 4:1 5j:1r el 5g:w 2db:2 3y 2p:v ff:5 2y:1 n9x:3 2:9 x:1 29:1 7l 4 5 q:1 6 48:1 r:h e 13:7 " +
  "q:a 1b:2 1d 3:3 3:1 14 1w:5 3:1 3:1 d 9 1c 1g 2:2 3:1 6:1 2 17:1 9 6n 3 5 fn5 ki:f h:f a7:1 gu 6b " +
  "46:4 1af:2 2:1 6:3 15:2 5 4m:1 fy:3 as:1 29:2 1z:a 1e:3 3g 1j:e 16 3:1 b:2 1e:3 3:1 8 1q:2 11:4 2:7 " +
  "1r d:1 1h:8 b:3 3 2o:2 3 2:1 7 3 4e 4:7 m:1 1m:1 2 2 n f:6 4:4 5g:7 3:2 2 o 2a 3:5 2 3 2:1 2:1 6k " +
  "3:3 7:1 2:1 s:1 2e:7 3 2:1 2z 2 3:5 2 2u:2 3:3 2:4 78:8 2:1 6u b:1 2 5 41:3 3:1 5 x:9 15:5 3:3 9 a:5 " +
  "3:2 1b:c 2:1 bb:6 2:5 2 2b:l 3:6 2:1 2:1 3f:5 4 2:1 2:6 2 21:1 4 2 9o:1 c:1 1h:4 6 2 45a 7:e asb:4 " +
  "1o:6 t5 1s:3 2a f5l:1 3mq:19 3:m f3 2:2 5:4 9:7 3:6 v:3 45:2 1j0:1i 5:1d 9 f n:4 2:e 11t:6 2:g 3:6 " +
  "2:1 2:4 2t 4h:6 ag 1q:3 e5:3 rl:6 32:6 241:4 gx7l:2n 3l:6n";

/** Unicode 15's SpacingMark beyond ASCII. */
export const SPACING_MARK: string =
  "1s3 1k 3:2 9:3 2:1 1f:1 1o:1 7:1 3:1 1j 1n:2 1v 1n:2 9 2:1 1i:1 1p 7:1 3:1 37 2:1 4:2 2:2 1h:2 1q:3 " +
  "1q:1 1n 2:1 2:1 3:1 2:1 14 f:1 1o:1 6:2 2:2 1i:1 25:1 7:6 k:1 1s 3k 3v:1 1s 4y a:1 q:1 19 1ap v 3m " +
  "8:7 2:1 9n:3 3:2 5:1 2:5 69:1 1n 2 m:5 42 1j 2:4 2:1 1q v 5:1 3 1p 3:2 2 4:1 1d:7 9:1 4s m rho:1 3 " +
  "2h:1 1f:f 3z:1 1c 1d:1 5:1 3:2 33:1 3:1 p 4e 3:1 6 6m:1 2:1 2:1 2 jro 2 3k 1a:2 5:1 38 p:1 1o 1d:2 " +
  "a:1 e 2m:2 4:1 2 4r:2 w:1 1o 2:3 3:1 3:2 l:1 5u:2 9:1 4 30:1 7 2:1 2 3 6n:1 7:3 3 36:2 9:1 2 32 2:1 " +
  "7 34 7a:2 a 6x:4 2:1 5 3 2 3z:2 9:3 5 2d u:1 1r bc f 2z 8 3 5y:4 5:1 2 9r:1 d 1d:1 9:1 2 ftc:1i 2x:1 " +
  "j91 7";

/** Unicode 15's Prepend beyond ASCII. */
export const PREPEND: string =
  "16o:5 60 1e ap:1 29 vg 1f8v g 6t:1 1h8 2 6x 22:5 jh cc";

/** Unicode 15's Extended_Pictographic beyond ASCII. */
export const PICTOGRAPHIC: string =
  "4p 5 68e d 61 n 2j:5 g:1 a8:1 d 2o 1z q:a 5:2 5k 6g:1 b a 1n:3 2:5 2:b 2:35 b:39 3:a 2 2 7 4 7 b:1 g " +
  "3 5 2 5:2 2 c:4 1a:2 a f f ad:1 cw:2 k:1 1g 5 yj d gq 2 2fzb:73 e:2 w 1p:5 d:1 f 3:9 j:2a 2:e b l " +
  "3:8 2:3 a:c1 6:8t 9:7d 1d:3j 39:b 2e:16 d:3 1l:7 b:5 15:7 v:29 d:1a 2:9 2:c8 75:sd";

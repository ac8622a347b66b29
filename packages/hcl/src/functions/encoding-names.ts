/** An encoding of text: its name at IANA, what the library calls it, its other names. */
type EncodingNames = readonly [name: string, library: string, aliases: string];

/** @see https://www.iana.org/assignments/character-sets */
const ENCODINGS: readonly EncodingNames[] = [
  [
    "US-ASCII",
    "ascii",
    "iso-ir-6 ansi_x3.4-1968 ansi_x3.4-1986 iso_646.irv:1991 iso646-us us ibm367 cp367 csascii",
  ],
  ["UTF-8", "utf-8", "csutf8"],
  ["UTF-16", "utf-16be", "csutf16"],
  ["UTF-16BE", "utf-16be", "csutf16be"],
  ["UTF-16LE", "utf-16le", "csutf16le"],
  ["IBM437", "cp437", "cp437 437 cspc8codepage437"],
  ["IBM850", "cp850", "cp850 850 cspc850multilingual"],
  ["IBM852", "cp852", "cp852 852 cspcp852"],
  ["IBM855", "cp855", "cp855 855 csibm855"],
  ["IBM00858", "cp858", "ccsid00858 cp00858 pc-multilingual-850+euro csibm00858"],
  ["IBM860", "cp860", "cp860 860 csibm860"],
  ["IBM862", "cp862", "cp862 862 cspc862latinhebrew"],
  ["IBM863", "cp863", "cp863 863 csibm863"],
  ["IBM865", "cp865", "cp865 865 csibm865"],
  ["IBM866", "cp866", "cp866 866 csibm866"],
  ["ISO-8859-1", "iso-8859-1", "iso_8859-1:1987 iso-ir-100 iso_8859-1 latin1 l1 ibm819 cp819 csisolatin1"],
  ["ISO-8859-2", "iso-8859-2", "iso_8859-2:1987 iso-ir-101 iso_8859-2 latin2 l2 csisolatin2"],
  ["ISO-8859-3", "iso-8859-3", "iso_8859-3:1988 iso-ir-109 iso_8859-3 latin3 l3 csisolatin3"],
  ["ISO-8859-4", "iso-8859-4", "iso_8859-4:1988 iso-ir-110 iso_8859-4 latin4 l4 csisolatin4"],
  ["ISO-8859-5", "iso-8859-5", "iso_8859-5:1988 iso-ir-144 iso_8859-5 cyrillic csisolatincyrillic"],
  [
    "ISO-8859-6",
    "iso-8859-6",
    "iso_8859-6:1987 iso-ir-127 iso_8859-6 ecma-114 asmo-708 arabic csisolatinarabic",
  ],
  ["ISO-8859-6-E", "iso-8859-6", "iso_8859-6-e csiso88596e"],
  ["ISO-8859-6-I", "iso-8859-6", "iso_8859-6-i csiso88596i"],
  [
    "ISO-8859-7",
    "iso-8859-7",
    "iso_8859-7:1987 iso-ir-126 iso_8859-7 elot_928 ecma-118 greek greek8 csisolatingreek",
  ],
  ["ISO-8859-8", "iso-8859-8", "iso_8859-8:1988 iso-ir-138 iso_8859-8 hebrew csisolatinhebrew"],
  ["ISO-8859-8-E", "iso-8859-8", "iso_8859-8-e csiso88598e"],
  ["ISO-8859-8-I", "iso-8859-8", "iso_8859-8-i csiso88598i"],
  ["ISO-8859-9", "iso-8859-9", "iso_8859-9:1989 iso-ir-148 iso_8859-9 latin5 l5 csisolatin5"],
  ["ISO-8859-10", "iso-8859-10", "iso-ir-157 l6 iso_8859-10:1992 csisolatin6 latin6"],
  ["ISO-8859-13", "iso-8859-13", "csiso885913"],
  ["ISO-8859-14", "iso-8859-14", "iso-ir-199 iso_8859-14:1998 iso_8859-14 latin8 iso-celtic l8 csiso885914"],
  ["ISO-8859-15", "iso-8859-15", "iso_8859-15 latin-9 csiso885915"],
  ["ISO-8859-16", "iso-8859-16", "iso-ir-226 iso_8859-16:2001 iso_8859-16 latin10 l10 csiso885916"],
  ["KOI8-R", "koi8-r", "cskoi8r"],
  ["KOI8-U", "koi8-u", "cskoi8u"],
  ["macintosh", "macintosh", "mac csmacintosh"],
  ["windows-874", "windows-874", "cswindows874"],
  ["windows-1250", "windows-1250", "cswindows1250"],
  ["windows-1251", "windows-1251", "cswindows1251"],
  ["windows-1252", "windows-1252", "cswindows1252"],
  ["windows-1253", "windows-1253", "cswindows1253"],
  ["windows-1254", "windows-1254", "cswindows1254"],
  ["windows-1255", "windows-1255", "cswindows1255"],
  ["windows-1256", "windows-1256", "cswindows1256"],
  ["windows-1257", "windows-1257", "cswindows1257"],
  ["windows-1258", "windows-1258", "cswindows1258"],
  ["EUC-JP", "eucjp", "extended_unix_code_packed_format_for_japanese cseucpkdfmtjapanese"],
  ["Shift_JIS", "shiftjis", "ms_kanji csshiftjis"],
  ["EUC-KR", "euckr", "cseuckr"],
  ["GB18030", "gb18030", "csgb18030"],
  ["GBK", "gbk", "cp936 ms936 windows-936 csgbk"],
  ["Big5", "big5", "csbig5"],
];

/** Encodings that Packer knows and the library does not. */
const WITHOUT_LIBRARY: readonly string[] = ["ibm037", "ibm1047", "ibm01140", "iso-2022-jp", "hz-gb-2312"];

/** The encoding of a name, however it is spelled; `undefined` when there is none of that name. */
export function encodingNamed(
  name: string,
): { readonly name: string; readonly library: string | undefined } | undefined {
  const wanted = name.trim().toLowerCase();
  const found = ENCODINGS.find(
    ([iana, , aliases]) => iana.toLowerCase() === wanted || aliases.split(" ").includes(wanted),
  );
  if (found !== undefined) return { name: found[0], library: found[1] };
  return WITHOUT_LIBRARY.includes(wanted) ? { name: name.trim(), library: undefined } : undefined;
}

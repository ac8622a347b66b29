// One subject in a process of its own: `node measure.mjs <module> <n> <rounds>` prints the milliseconds of each round.
const [, , subject, n, rounds] = process.argv;
const { generate } = await import(subject);
const times = [];
for (let round = 0; round < Number(rounds); round++) {
  const start = performance.now();
  const text = generate(Number(n));
  times.push(performance.now() - start);
  if (text.length < Number(n)) throw new Error(`${subject} printed nothing`);
}
console.log(JSON.stringify(times));

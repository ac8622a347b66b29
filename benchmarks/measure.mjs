// One subject in a process of its own: `node measure.mjs <module> <n>…` prints the milliseconds of each n.
const [, , subject, ...counts] = process.argv;
const { generate } = await import(subject);
const times = [];
for (const count of counts.map(Number)) {
  const start = performance.now();
  const text = generate(count);
  times.push(performance.now() - start);
  if (text.length < count) throw new Error(`${subject} printed nothing`);
}
console.log(JSON.stringify(times));

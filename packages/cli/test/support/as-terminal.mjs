// Lets a process whose streams are pipes take them for a terminal.
const streams = [process.stdin, process.stderr];
if (process.env.TEST_TERMINAL === "all") streams.push(process.stdout);
for (const stream of streams) stream.isTTY = true;
process.stdin.setRawMode = () => process.stdin;

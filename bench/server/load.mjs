// Calls one address after the other for some seconds; prints a line of JSON.
import { Agent, request } from "node:http";

const { calls, connections, seconds, rate } = JSON.parse(process.argv[2]);
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const times = [];
let failed = 0;
let next = 0;

function once({ url, method = "GET", token, body }) {
  const from = performance.now();
  return new Promise((resolve) => {
    const text = body && JSON.stringify(body);
    const headers = {
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(text
        ? { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) }
        : {}),
    };
    const sent = request(url, { method, agent, headers }, (answer) => {
      answer.resume().on("end", () => {
        times.push(performance.now() - from);
        if (answer.statusCode >= 300) failed++;
        resolve();
      });
    });
    sent.on("error", () => resolve(failed++));
    sent.end(text);
  });
}

const warm = performance.now() + 700;
const end = warm + seconds * 1000;
let warming = true;

async function caller() {
  while (performance.now() < end) {
    if (warming && performance.now() > warm) {
      warming = false;
      times.length = 0;
    }
    const began = performance.now();
    // oxlint-disable-next-line no-await-in-loop -- a connection takes one call at a time
    await once(calls[next++ % calls.length]);
    const left = rate ? (connections / rate) * 1000 - (performance.now() - began) : 0;
    // oxlint-disable-next-line no-await-in-loop -- as above
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
  }
}

await Promise.all(Array.from({ length: connections }, caller));
const sorted = times.toSorted((a, b) => a - b);
const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
console.log(JSON.stringify({ rate: times.length / seconds, p50: at(0.5), p99: at(0.99), failed }));
agent.destroy();

// Reads a JSON object of Mermaid texts by name; writes what is wrong with each, nothing if nothing is.
import { JSDOM } from "jsdom";

const { window } = new JSDOM("");
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import("mermaid");

let input = "";
for await (const chunk of process.stdin) input += chunk;
const problems = {};
for (const [name, text] of Object.entries(JSON.parse(input))) {
  try {
    await mermaid.parse(text);
    problems[name] = "";
  } catch (error) {
    problems[name] = String(error.message ?? error);
  }
}
console.log(JSON.stringify(problems));

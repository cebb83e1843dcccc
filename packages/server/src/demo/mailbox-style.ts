import { raw } from "hono/html";

/** The look of the mailbox page, light and dark. */
export const mailboxStyle = raw(`
:root { color-scheme: light dark; --line: light-dark(#d9dde5, #343a46); --soft: light-dark(#5b6472, #a3acba); }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.55 system-ui, sans-serif; background: light-dark(#f5f6f8, #14171c); color: light-dark(#1a1f29, #e9ecf1); }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1.05rem; margin: 0; }
.hint, header p { color: var(--soft); margin: .2rem 0 1rem; }
header p { font-size: .9rem; overflow-wrap: anywhere; }
time { float: inline-end; }
article { background: light-dark(#fff, #1c2027); border: 1px solid var(--line); border-radius: .75rem; padding: 1.1rem 1.25rem; margin: 1rem 0; }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; margin: .75rem 0 0; color: var(--soft); }
.button { display: inline-block; padding: .5rem .9rem; border-radius: .5rem; background: #3346c9; color: #fff; text-decoration: none; font-weight: 600; }
.button:focus-visible { outline: 3px solid light-dark(#8c9bff, #aab5ff); outline-offset: 2px; }
.empty { border: 1px dashed var(--line); border-radius: .75rem; padding: 2rem; text-align: center; color: var(--soft); }
@media (max-width: 30rem) { time { float: none; display: block; } }
`);

import { afterEach, beforeEach, vi } from "vitest";

// A warning on the console is a failure: React's complaints about act, keys and hydration end here.
beforeEach(() => {
  vi.spyOn(console, "error");
  vi.spyOn(console, "warn");
});

afterEach(() => {
  const said = [...vi.mocked(console.error).mock.calls, ...vi.mocked(console.warn).mock.calls];
  vi.mocked(console.error).mockRestore();
  vi.mocked(console.warn).mockRestore();
  if (said.length > 0)
    throw new Error(
      `A test wrote to console.error or console.warn:\n${said.map(String).join("\n")}`,
    );
});

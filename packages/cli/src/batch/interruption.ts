import { say } from "../failure.js";

/** Ctrl-C once stops after what has been sent, twice does not wait for that. */
export function listenForInterruption() {
  let leave: () => void = () => {};
  const state = { stopping: false, leaving: false };
  const left = new Promise<undefined>((resolve) => {
    leave = () => resolve(undefined);
  });
  const interrupt = () => {
    if (state.stopping) {
      state.leaving = true;
      leave();
      return;
    }
    state.stopping = true;
    say("Stopping once the calls under way are answered; Ctrl-C again does not wait");
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  return {
    state,
    /** The work's result, or nothing when it was not waited for. */
    orLeft: <T>(work: Promise<T>): Promise<T | undefined> => Promise.race([work, left]),
    end() {
      process.off("SIGINT", interrupt);
      process.off("SIGTERM", interrupt);
    },
  };
}

import { refuseFields } from "@hellojohn/contract";
import type { ChallengeRecord, State } from "./state.js";

/** The one code the fake's authenticator app shows. */
export const fakeTotpCode = "123456";

export function assertCode(code: string): void {
  if (code !== fakeTotpCode)
    throw refuseFields({ code: [{ code: "invalid_code", message: "This code is not right" }] });
}

/** Answers a challenge; a right code uses it up, and so does the fifth wrong one. */
export function takeChallenge(state: State, challengeId: string, code: string): ChallengeRecord {
  const challenge = state.challenges.get(challengeId);
  if (!challenge || challenge.triesLeft === 0 || challenge.expiresAt <= state.clock.now())
    throw refuseFields({
      challengeId: [{ code: "expired", message: "Sign in again to get a new challenge" }],
    });
  challenge.triesLeft -= 1;
  assertCode(code);
  state.challenges.delete(challengeId);
  return challenge;
}

import { refuseFields } from "@hellojohn/contract";
import { badToken } from "./mail.js";
import type { ChallengeRecord } from "./records.js";
import type { State } from "./state.js";

/** The one code the fake's authenticator app shows. */
export const fakeTotpCode = "123456";

export function assertCode(code: string): void {
  if (code !== fakeTotpCode)
    throw refuseFields({ code: [{ code: "invalid_code", message: "This code is not right" }] });
}

/** Half-done sign-ins of a person start again. */
export function expireChallenges(state: State, userId: string): void {
  for (const challenge of state.challenges.values())
    if (challenge.userId === userId) challenge.expiresAt = 0;
}

/** Answers a challenge; a right code uses it up, and so does the fifth wrong one. */
export function takeChallenge(state: State, challengeId: string, code: string): ChallengeRecord {
  const challenge = state.challenges.get(challengeId);
  if (!challenge) throw badToken("invalid_token", "challengeId");
  if (challenge.used) throw badToken("used", "challengeId");
  if (challenge.triesLeft === 0 || challenge.expiresAt <= state.clock.now())
    throw badToken("expired", "challengeId");
  challenge.triesLeft -= 1;
  assertCode(code);
  challenge.used = true;
  return challenge;
}

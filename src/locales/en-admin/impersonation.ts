export const impersonation = {
  title: "Acting for someone else",
  acting: "Acting as {name}",
  left: "{time} left",
  stop: "Stop",
  lastMinutes: "Acting as {name}: less than five minutes left",
  lastMinute: "Acting as {name}: less than a minute left",
  signed_out: "You are no longer acting as {name}.",
  session_expired: "The time to act as {name} is over.",
  session_revoked: "Acting as {name} was ended elsewhere.",
};

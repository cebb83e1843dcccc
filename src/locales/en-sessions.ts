/** Apart from the other texts, so that a page without the list does not load them. */
export const sessionList = {
  list: "Devices",
  unknownDevice: "Unknown device",
  current: "This device",
  impersonated: "Opened by support",
  active: "Active {time}",
  signOut: "Sign out",
  signOutDevice: "Sign out {device}",
  confirm: "Sign out {device}?",
  signOutOthers: "Sign out all other devices",
  confirmOthers: "Sign out every device but this one?",
  cancel: "Cancel",
  ended: "{device} was signed out",
  endedOthers: "All other devices were signed out",
  alone: "You are signed in on no other device.",
};

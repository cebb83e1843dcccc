import { refusal } from "@hellojohn/contract";
import type { Handler } from "../call.js";

export const listUserSessions: Handler<"listUserSessions"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

export const revokeUserSessions: Handler<"revokeUserSessions"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

export const listSessions: Handler<"listSessions"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

export const getSession: Handler<"getSession"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

export const revokeSession: Handler<"revokeSession"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

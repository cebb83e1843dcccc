import { refusal } from "@hellojohn/contract";
import type { Handler } from "../call.js";

export const listUsers: Handler<"listUsers"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

export const searchUsers: Handler<"searchUsers"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

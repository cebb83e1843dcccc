import { refusal } from "@hellojohn/contract";
import type { Handler } from "../call.js";

export const disableUser: Handler<"disableUser"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

export const enableUser: Handler<"enableUser"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

export const deleteUser: Handler<"deleteUser"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

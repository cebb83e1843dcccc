import { refusal } from "@hellojohn/contract";
import type { Handler } from "../call.js";

export const setUserPassword: Handler<"setUserPassword"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

export const sendPasswordReset: Handler<"sendPasswordReset"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

import { refusal } from "@hellojohn/contract";
import type { Handler } from "../call.js";

export const listUserFactors: Handler<"listUserFactors"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

export const removeUserFactor: Handler<"removeUserFactor"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

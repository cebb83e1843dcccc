import { refusal } from "@hellojohn/contract";
import type { Handler } from "../call.js";

export const createUser: Handler<"createUser"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

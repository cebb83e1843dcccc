import { refusal } from "@hellojohn/contract";
import type { Handler } from "../call.js";

export const revealUser: Handler<"revealUser"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

import { refusal } from "@hellojohn/contract";
import type { Handler } from "../call.js";

export const exportUser: Handler<"exportUser"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

import { refusal } from "@hellojohn/contract";
import type { Handler } from "../call.js";

export const bulkDisable: Handler<"bulkDisable"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

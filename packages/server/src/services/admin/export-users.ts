import { refusal } from "@hellojohn/contract";
import type { Handler } from "../call.js";

export const exportUsers: Handler<"exportUsers"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

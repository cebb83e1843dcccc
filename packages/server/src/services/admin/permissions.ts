import { refusal } from "@hellojohn/contract";
import type { Handler } from "../call.js";

export const getPermissions: Handler<"getPermissions"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

import { refusal } from "@hellojohn/contract";
import type { Handler } from "../call.js";

export const listAuditEvents: Handler<"listAuditEvents"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

export const createAuditEvent: Handler<"createAuditEvent"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

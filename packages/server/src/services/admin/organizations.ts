import { refusal } from "@hellojohn/contract";
import type { Handler } from "../call.js";

export const listOrganizations: Handler<"listOrganizations"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

export const createOrganization: Handler<"createOrganization"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

export const addMember: Handler<"addMember"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

export const removeMember: Handler<"removeMember"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

import { refusal } from "@hellojohn/contract";
import type { Handler } from "../call.js";

export const listTenantUsers: Handler<"listTenantUsers"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

export const getTenantUser: Handler<"getTenantUser"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

export const getTenantUserByEmail: Handler<"getTenantUserByEmail"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

export const createTenantUser: Handler<"createTenantUser"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

export const updateTenantUser: Handler<"updateTenantUser"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

export const deleteTenantUser: Handler<"deleteTenantUser"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

export const resetTenantUserPassword: Handler<"resetTenantUserPassword"> = async () => {
  throw refusal("service_unavailable", "Not built yet");
};

import { adminEndpoints } from "./admin-endpoints.js";
import { selfEndpoints } from "./self-endpoints.js";
import { serverEndpoints } from "./server-endpoints.js";
import { tenantEndpoints } from "./tenant-endpoints.js";

/** The API on one page. Client, SDK, server, fake and OpenAPI document all read it. */
export const endpoints = {
  ...selfEndpoints,
  ...adminEndpoints,
  ...serverEndpoints,
  ...tenantEndpoints,
};

export type EndpointName = keyof typeof endpoints;

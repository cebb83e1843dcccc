export type { Authorize } from "./authorize.js";
export { createGateway, type Gateway, type GatewayOptions } from "./create-gateway.js";
export { type GatewayOperation, gatewayOperations } from "./operations.js";
export { type ExpressRequest, type ExpressResponse, toExpress } from "./to-express.js";
export { toNext } from "./to-next.js";

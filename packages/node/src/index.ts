export { HelloJohnError } from "@hellojohn/contract";

export const adminReveal = {
  show: "Show",
  email: "Show the address of {name}",
  phoneNumber: "Show the number of {name}",
};

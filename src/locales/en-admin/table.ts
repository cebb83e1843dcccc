export const adminTable = {
  title: "Users",
};

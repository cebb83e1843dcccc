export const adminActions = {
  title: "Actions",
};

export const adminPanel = {
  title: "Details",
};

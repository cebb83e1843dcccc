export const adminBulk = {
  title: "Selected users",
};

/** Which of two numbers is the day, where the writing alone does not say. */
export const dateOrders = ['mdy', 'dmy', 'ymd'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** What I have read, and what is new since. */
export const reading = {
  isNew: 'ny',
  count: (read: number, all: number) => `Læst ${read} af ${all}`,
  device: 'Læst gemmes kun på denne enhed.',
  page: 'Læst huskes kun, til du lukker siden.',
  waiting: (count: string) => `${count} punkter og bilag`,
} as const

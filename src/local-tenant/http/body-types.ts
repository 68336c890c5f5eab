import type { Json, JsonObject } from './answer.ts'
import { GraphError } from './graph-error.ts'

/** What a property of a body must be. Null is taken for "nothing" unless the name ends with "!". */
type BodyType = 'string' | 'number' | 'boolean' | 'object' | 'strings' | 'objects' | BodyTypes
/** The properties of a body, or of an object in it, with what each must be. */
export type BodyTypes = { readonly [property: string]: BodyType }

/** 400 RequestBodyRead for a value of another type than its property's, in objects and lists as well. */
export function requireBodyTypes(body: JsonObject, types: BodyTypes): void {
  for (const [name, type] of Object.entries(types)) {
    const property = name.replace('!', '')
    const value = body[property]
    if (value === undefined || (value === null && !name.endsWith('!'))) continue
    if (!fits(value, type)) throw wrongType(property, value)
    if (typeof type === 'object') requireBodyTypes(value as JsonObject, type)
  }
}

/** The same for each object of a list. */
export function requireEachType(list: Json, types: BodyTypes): void {
  if (Array.isArray(list)) for (const one of list as readonly JsonObject[]) requireBodyTypes(one, types)
}

function fits(value: Json, type: BodyType): boolean {
  switch (type) {
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type
    case 'strings':
      return Array.isArray(value) && value.every((one) => typeof one === 'string')
    case 'objects':
      return Array.isArray(value) && value.every(isObject)
    default:
      return isObject(value)
  }
}

function isObject(value: Json): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function wrongType(name: string, value: Json): GraphError {
  const shown = JSON.stringify(value)?.slice(0, 60)
  return new GraphError(
    400,
    'RequestBodyRead',
    `Cannot convert the value ${shown} of the property '${name}' to the expected type.`,
  )
}

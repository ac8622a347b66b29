/** A value of a JSON text, with its place in it: UTF-16 offsets, `end` exclusive. */
export type JsonNode =
  JsonObjectNode | JsonArrayNode | JsonStringNode | JsonNumberNode | JsonBoolNode | JsonNullNode;

interface JsonPlace {
  readonly start: number;
  readonly end: number;
}

/** An object: its properties as they stand, a name that is there twice too. */
export interface JsonObjectNode extends JsonPlace {
  readonly kind: "json-object";
  readonly properties: readonly JsonProperty[];
}

/** `"name": value`; the range is that of both. */
export interface JsonProperty extends JsonPlace {
  readonly kind: "json-property";
  readonly name: JsonStringNode;
  readonly value: JsonNode;
}

export interface JsonArrayNode extends JsonPlace {
  readonly kind: "json-array";
  readonly items: readonly JsonNode[];
}

/** A string; the range has the quotes in it, `value` is what it means. */
export interface JsonStringNode extends JsonPlace {
  readonly kind: "json-string";
  readonly value: string;
}

/** A number as it is spelled. */
export interface JsonNumberNode extends JsonPlace {
  readonly kind: "json-number";
  readonly text: string;
}

export interface JsonBoolNode extends JsonPlace {
  readonly kind: "json-bool";
  readonly value: boolean;
}

export interface JsonNullNode extends JsonPlace {
  readonly kind: "json-null";
}

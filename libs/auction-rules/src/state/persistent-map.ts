/**
 * An immutable map from text to values: `set` and `delete` give a new map and share all but a path of a few small
 * nodes with the old one. A hot lot stores a reply for every command (R16); copying a Map each time would cost
 * as much as the whole auction so far. (A hash array mapped trie, 32 children a node.)
 */
type Leaf<V> = { readonly hash: number; readonly entries: readonly (readonly [string, V])[] };
type Branch<V> = { readonly bitmap: number; readonly children: readonly Node<V>[] };
type Node<V> = Leaf<V> | Branch<V>;

const BITS = 5;

export class PersistentMap<V> {
  static readonly #none = new PersistentMap<never>(null, 0);

  private constructor(
    private readonly root: Node<V> | null,
    readonly size: number,
  ) {}

  static empty<V>(): PersistentMap<V> {
    return PersistentMap.#none as PersistentMap<V>;
  }

  static of<V>(entries: Iterable<readonly [string, V]>): PersistentMap<V> {
    let map = PersistentMap.empty<V>();
    for (const [key, value] of entries) map = map.set(key, value);
    return map;
  }

  get(key: string): V | undefined {
    return this.root === null ? undefined : find(this.root, hashOf(key), key)?.[1];
  }

  has(key: string): boolean {
    return this.root !== null && find(this.root, hashOf(key), key) !== undefined;
  }

  set(key: string, value: V): PersistentMap<V> {
    const entry = [key, value] as const;
    const hash = hashOf(key);
    if (this.root === null) return new PersistentMap<V>({ hash, entries: [entry] }, 1);
    const grown = this.has(key) ? 0 : 1;
    return new PersistentMap(insert(this.root, 0, hash, entry), this.size + grown);
  }

  delete(key: string): PersistentMap<V> {
    if (this.root === null || !this.has(key)) return this;
    return new PersistentMap(remove(this.root, 0, hashOf(key), key), this.size - 1);
  }

  /** In no particular order; who needs one sorts. */
  *entries(): IterableIterator<readonly [string, V]> {
    if (this.root !== null) yield* walk(this.root);
  }
}

function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  // FNV leaves the low bits weak, and they choose the first branch.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

const isLeaf = <V>(node: Node<V>): node is Leaf<V> => 'entries' in node;
const bitOf = (hash: number, depth: number): number => 1 << ((hash >>> (depth * BITS)) & 31);

/** How many children stand before the one of this bit. */
function indexOf(bitmap: number, bit: number): number {
  let below = bitmap & (bit - 1);
  below -= (below >>> 1) & 0x55555555;
  below = (below & 0x33333333) + ((below >>> 2) & 0x33333333);
  return Math.imul((below + (below >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function find<V>(root: Node<V>, hash: number, key: string): readonly [string, V] | undefined {
  let node: Node<V> | undefined = root;
  for (let depth = 0; node !== undefined; depth++) {
    if (isLeaf(node)) return node.hash === hash ? node.entries.find((entry) => entry[0] === key) : undefined;
    const bit: number = bitOf(hash, depth);
    if ((node.bitmap & bit) === 0) return undefined;
    node = node.children[indexOf(node.bitmap, bit)];
  }
  return undefined;
}

function insert<V>(node: Node<V>, depth: number, hash: number, entry: readonly [string, V]): Node<V> {
  if (isLeaf(node)) {
    if (node.hash === hash)
      return { hash, entries: [...node.entries.filter(([key]) => key !== entry[0]), entry] };
    const branch = { bitmap: bitOf(node.hash, depth), children: [node] };
    return insert(branch, depth, hash, entry);
  }
  const bit = bitOf(hash, depth);
  const index = indexOf(node.bitmap, bit);
  const children = node.children.slice();
  if ((node.bitmap & bit) === 0) children.splice(index, 0, { hash, entries: [entry] });
  else children[index] = insert(children[index]!, depth + 1, hash, entry);
  return { bitmap: node.bitmap | bit, children };
}

function remove<V>(node: Node<V>, depth: number, hash: number, key: string): Node<V> | null {
  if (isLeaf(node)) {
    const entries = node.entries.filter((entry) => entry[0] !== key);
    return entries.length === 0 ? null : { hash: node.hash, entries };
  }
  const bit = bitOf(hash, depth);
  const index = indexOf(node.bitmap, bit);
  const children = node.children.slice();
  const child = remove(children[index]!, depth + 1, hash, key);
  if (child !== null) children[index] = child;
  else children.splice(index, 1);
  if (children.length === 0) return null;
  return { bitmap: child === null ? node.bitmap & ~bit : node.bitmap, children };
}

function* walk<V>(node: Node<V>): IterableIterator<readonly [string, V]> {
  if (isLeaf(node)) yield* node.entries;
  else for (const child of node.children) yield* walk(child);
}

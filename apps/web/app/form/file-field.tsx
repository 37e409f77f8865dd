import { Field, type FieldProps } from './field';

export function FileField({ accept, ...field }: FieldProps & { accept: string }) {
  return (
    <Field {...field}>
      {(control) => <input className="input" type="file" accept={accept} {...control} />}
    </Field>
  );
}

import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";
import { Icon, type IconName } from "./icon";

type Props = ComponentProps<typeof Link> & { variant?: ButtonVariant; size?: ButtonSize; icon?: IconName };

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function LinkButton({ variant, size, icon, className, children, ...rest }: Props) {
  return (
    <Link {...rest} className={buttonClass(variant, size, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

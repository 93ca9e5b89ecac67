interface Policy {
  createHTML(text: string): string;
}

interface Policies {
  createPolicy(name: string, rules: Policy): Policy;
}

const { trustedTypes } = globalThis as { trustedTypes?: Policies };
const policy = trustedTypes?.createPolicy('stet', { createHTML: (text) => text });

/** The element that a part's HTML describes. It comes from the page's own server, which made it with the page's own code. */
export function elementOf(html: string): HTMLElement {
  const template = document.createElement('template');
  template.innerHTML = policy ? policy.createHTML(html) : html;
  return template.content.firstElementChild as HTMLElement;
}

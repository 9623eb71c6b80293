/** The Keycloak adapter: tenants become organizations, members become people who can sign in. */
@NullMarked
package org.entente.identity;

import org.jspecify.annotations.NullMarked;

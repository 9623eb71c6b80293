/** Tenants: how one comes to be, and where it is found. */
@NullMarked
package org.entente.engine.tenancy;

import org.jspecify.annotations.NullMarked;

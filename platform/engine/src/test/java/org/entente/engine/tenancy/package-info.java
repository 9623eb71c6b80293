@NullMarked
package org.entente.engine.tenancy;

import org.jspecify.annotations.NullMarked;

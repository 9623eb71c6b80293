@NullMarked
package org.entente.store.fixed;

import org.jspecify.annotations.NullMarked;

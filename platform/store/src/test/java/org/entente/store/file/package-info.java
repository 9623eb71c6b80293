@NullMarked
package org.entente.store.file;

import org.jspecify.annotations.NullMarked;

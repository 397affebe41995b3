<p>WooCommerce’s own reviews</p>

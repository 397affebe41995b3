<?php
/**
 * A shop's page: each product with stars, and one product with its reviews and its data for search engines.
 *
 * @package Afterword
 */

?>
<!doctype html><html <?php language_attributes(); ?>><head><?php wp_head(); ?></head><body>
<?php
while ( have_posts() ) {
	the_post();
	$product = wc_get_product( get_the_ID() );
	echo '<h1>' . esc_html( get_the_title() ) . '</h1><i>' . esc_html( $product->get_average_rating() . ' of ' . array_sum( $product->get_rating_counts() ) ) . '</i>';
	if ( is_singular( 'product' ) ) {
		comments_template();
		$described = apply_filters( 'woocommerce_structured_data_product', array( '@type' => 'Product', 'review' => array( 'own' ) ), $product );
		echo '<script type="application/ld+json">' . wp_json_encode( $described, JSON_HEX_TAG ) . '</script>';
	}
}
wp_footer();
?>
</body></html>

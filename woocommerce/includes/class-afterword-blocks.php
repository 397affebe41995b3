<?php
/**
 * Reviews on any page.
 *
 * @package Afterword
 */

defined( 'ABSPATH' ) || exit;

/**
 * Three blocks that the server prints, and the same as shortcodes: `afterword/stars` and `[afterword_stars product="12"]`, `…reviews`, and
 * `…newest` of the whole shop. Without a number, the product is that of the page, or of the list of products around it.
 */
class Afterword_Blocks {

	const NAMES = array( 'stars', 'reviews', 'newest' );

	public static function hook() {
		add_action( 'init', array( __CLASS__, 'register' ), 20 );
	}

	public static function register() {
		wp_register_script( 'afterword-blocks', plugins_url( 'assets/blocks.js', AFTERWORD_FILE ), array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-server-side-render' ), AFTERWORD_VERSION, true );
		wp_localize_script( 'afterword-blocks', 'afterwordBlocks', array( 'names' => self::NAMES, 'product' => __( 'The product\'s number; empty for the page\'s product', 'afterword' ) ) );
		$titles = array( __( 'Stars of a product (Afterword)', 'afterword' ), __( 'Reviews of a product (Afterword)', 'afterword' ), __( 'Newest reviews of the shop (Afterword)', 'afterword' ) );
		foreach ( array_combine( self::NAMES, $titles ) as $name => $title ) {
			register_block_type(
				"afterword/$name",
				array(
					'api_version'     => 2,
					'title'           => $title,
					'category'        => 'woocommerce',
					'icon'            => 'star-filled',
					'attributes'      => array( 'product' => array( 'type' => 'integer', 'default' => 0 ) ),
					'uses_context'    => array( 'postId' ),
					'supports'        => array( 'html' => false ),
					'editor_script'   => 'afterword-blocks',
					'editor_style'    => Afterword_Pages::SCRIPT,
					'render_callback' => fn( $attributes, $content = '', $block = null ) => self::show( $name, (int) $attributes['product'], $block ),
				)
			);
			add_shortcode( "afterword_$name", fn( $attributes ) => self::show( $name, (int) shortcode_atts( array( 'product' => 0 ), $attributes )['product'] ) );
		}
	}

	private static function show( $name, $product, $block = null ) {
		$context = $block->context['postId'] ?? get_the_ID();
		$product = 'newest' === $name || ! function_exists( 'wc_get_product' ) ? null : wc_get_product( $product ? $product : $context );
		if ( ( 'newest' !== $name && ! $product ) || 'yes' !== get_option( 'woocommerce_enable_reviews' ) ) {
			return '';
		}
		Afterword_Answers::note_page();
		return 'stars' === $name ? self::stars( $product ) : self::reviews( $product );
	}

	/** In the theme's look, with a link to the reviews. */
	private static function stars( $product ) {
		$count = $product->get_review_count();
		$stars = wc_get_rating_html( $product->get_average_rating(), $count );
		if ( ! $stars ) {
			return '';
		}
		$count = number_format_i18n( $count );
		/* translators: %s: a number. */
		$label = sprintf( __( 'Reviews: %s', 'afterword' ), $count );
		$html  = '<div class="woocommerce"><div class="woocommerce-product-rating">%s <a class="woocommerce-review-link" href="%s#reviews" aria-label="%s">(%s)</a></div></div>';
		return sprintf( $html, $stars, esc_url( $product->get_permalink() ), esc_attr( $label ), esc_html( $count ) );
	}

	/** Afterword's list of a product or, without one, of the shop; where WooCommerce's own reviews are shown, the newest of these. */
	private static function reviews( $product ) {
		ob_start();
		$id = $product ? $product->get_id() : Afterword_Answers::SHOP;
		if ( Afterword_Answers::speak_of( $id ) ) {
			Afterword_Pages::print_list( $product ? Afterword_Answers::number( $id ) : $id, ' write' );
		} else {
			$newest = get_comments( array( 'post_type' => 'product', 'post_status' => 'publish', 'post_id' => $id, 'status' => 'approve', 'type' => 'review', 'parent' => 0, 'number' => 10 ) );
			echo '<div class="woocommerce"><ol class="commentlist">';
			wp_list_comments( array( 'callback' => 'woocommerce_comments' ), $newest );
			echo '</ol></div>';
		}
		return ob_get_clean();
	}
}

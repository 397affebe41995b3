<?php
/**
 * What the shop's pages show.
 *
 * @package Afterword
 */

defined( 'ABSPATH' ) || exit;

/**
 * Afterword's reviews, wherever WooCommerce and its themes show WooCommerce's own. So stars look as the theme wants, and whoever switches
 * reviews off in WooCommerce, for the shop or for a product, sees none of Afterword's.
 */
class Afterword_Pages {

	/** The room that the list needs from the start, so that nothing moves when the script has loaded it. */
	const ROOM       = 'display:block;clear:both;min-block-size:max(24rem,100svh)';
	const EMPTY_ROOM = 'display:block;clear:both;min-block-size:8rem';

	/** The element's script. */
	const SCRIPT = 'afterword';

	/** @var bool Whether the list of products that is being printed has a block of stars. */
	private static $has_stars = false;

	public static function hook() {
		add_filter( 'woocommerce_product_get_average_rating', array( __CLASS__, 'average' ), 20, 2 );
		add_filter( 'woocommerce_product_get_review_count', array( __CLASS__, 'count' ), 20, 2 );
		add_filter( 'woocommerce_product_get_rating_counts', array( __CLASS__, 'counts' ), 20, 2 );
		add_filter( 'woocommerce_structured_data_product', array( __CLASS__, 'describe' ), 20, 2 );
		add_filter( 'comments_template', array( __CLASS__, 'template' ), 20 );
		add_filter( 'render_block_woocommerce/product-reviews', array( __CLASS__, 'block' ) );
		add_filter( 'pre_render_block', array( __CLASS__, 'list_begins' ), 10, 2 );
		add_filter( 'render_block_core/post-title', array( __CLASS__, 'title_in_list' ), 10, 3 );
		add_filter( 'woocommerce_email_enabled_customer_review_request', array( __CLASS__, 'is_own_request_sent' ), 20 );
		add_filter( 'script_loader_tag', array( __CLASS__, 'as_module' ), 10, 2 );
		add_action( 'wp_enqueue_scripts', array( __CLASS__, 'enqueue' ) );
	}

	/**
	 * The number by which Afterword knows a product. A site in several languages may return that of the product in the shop's main
	 * language.
	 *
	 * @param int $product The product's number here.
	 * @return int
	 */
	private static function number( $product ) {
		return (int) apply_filters( 'afterword_product', $product );
	}

	private static function rating( $product ) {
		return Afterword_Answers::rating( self::number( $product->get_id() ) );
	}

	public static function average( $average, $product ) {
		return Afterword_Shop::current() ? self::rating( $product )[0] : $average;
	}

	public static function count( $count, $product ) {
		return Afterword_Shop::current() ? self::rating( $product )[1] : $count;
	}

	/** WooCommerce sums these numbers by stars. Afterword's list has no more than their sum. */
	public static function counts( $counts, $product ) {
		if ( ! Afterword_Shop::current() ) {
			return $counts;
		}
		list( $average, $count ) = self::rating( $product );
		return $count ? array( (int) round( $average ) => $count ) : array();
	}

	/**
	 * Adds Afterword's reviews to the product that WooCommerce describes to search engines, instead of WooCommerce's own.
	 *
	 * @param array      $markup  The product in schema.org's words.
	 * @param WC_Product $product The product.
	 * @return array
	 */
	public static function describe( $markup, $product ) {
		if ( ! Afterword_Shop::current() ) {
			return $markup;
		}
		unset( $markup['aggregateRating'], $markup['review'] );
		list( $average, $count ) = self::rating( $product );
		if ( ! $count || ! $product->get_reviews_allowed() ) {
			return $markup;
		}
		$markup['aggregateRating'] = array( '@type' => 'AggregateRating', 'ratingValue' => $average, 'reviewCount' => $count, 'bestRating' => 5, 'worstRating' => 1 );

		$reviews = Afterword_Answers::reviews( self::number( $product->get_id() ) );
		if ( ! empty( $reviews['review'] ) ) {
			$markup['review'] = $reviews['review'];
		}
		return $markup;
	}

	/**
	 * The file that prints the reviews, in place of WooCommerce's list and form.
	 *
	 * @param string $file The file of WooCommerce or the theme.
	 * @return string
	 */
	public static function template( $file ) {
		return 'product' === get_post_type() && Afterword_Shop::current() ? dirname( __DIR__ ) . '/templates/reviews.php' : $file;
	}

	/** The block of reviews that has blocks in it. Without them, it uses the template. */
	public static function block( $content ) {
		if ( '' === trim( $content ) || false !== strpos( $content, '<afterword-reviews' ) || ! Afterword_Shop::current() ) {
			return $content;
		}
		ob_start();
		self::print_reviews( (int) get_the_ID() );
		return '<div class="wp-block-woocommerce-product-reviews">' . ob_get_clean() . '</div>';
	}

	/** Notes whether a list of products in a block theme has stars. WooCommerce's own lists have none. */
	public static function list_begins( $nothing, $block ) {
		if ( in_array( $block['blockName'], array( 'woocommerce/product-template', 'core/post-template', 'woocommerce/single-product' ), true ) ) {
			self::$has_stars = false !== strpos( (string) wp_json_encode( $block['innerBlocks'] ), '"woocommerce\/product-rating' );
		}
		return $nothing;
	}

	/**
	 * Adds WooCommerce's block of stars below a product's title in a list that has none.
	 *
	 * @param string   $content  The title.
	 * @param array    $block    The block as it was parsed.
	 * @param WP_Block $instance The block.
	 * @return string
	 */
	public static function title_in_list( $content, $block, $instance ) {
		$product = $instance->context['postId'] ?? 0;
		$is_page = is_singular() && get_queried_object_id() === $product;
		if ( $is_page || self::$has_stars || 'product' !== get_post_type( $product ) || ! Afterword_Shop::current() ) {
			return $content;
		}
		$stars = array(
			'blockName'    => 'woocommerce/product-rating',
			'attrs'        => array(
				'isDescendentOfQueryLoop' => true,
				'textAlign'               => $block['attrs']['textAlign'] ?? '',
			),
			'innerBlocks'  => array(),
			'innerHTML'    => '',
			'innerContent' => array(),
		);
		return $content . ( new WP_Block( $stars, $instance->context ) )->render();
	}

	/**
	 * Prints the reviews of a product, which the element replaces with the newest.
	 *
	 * @param int $product The product's number.
	 */
	public static function print_reviews( $product ) {
		$shop = Afterword_Shop::current();
		if ( ! $shop ) {
			return;
		}
		$product = self::number( $product );
		$reviews = Afterword_Answers::reviews( $product );
		wp_enqueue_script( self::SCRIPT );
		printf(
			'<afterword-reviews id="reviews" class="woocommerce-Reviews" shop="%s" product="woo-%d" write style="%s">',
			esc_attr( $shop->id ),
			(int) $product,
			esc_attr( Afterword_Answers::rating( $product )[1] ? self::ROOM : self::EMPTY_ROOM )
		);
		if ( $reviews ) {
			echo wp_kses( $reviews['html'], self::TAGS );
		} else {
			// WooCommerce has the word in all languages.
			printf( '<a href="%s/woo-%d.html">%s</a>', esc_url( $shop->address() ), (int) $product, esc_html( translate( 'Reviews', 'woocommerce' ) ) ); // phpcs:ignore WordPress.WP.I18n
		}
		echo '</afterword-reviews>';
	}

	/** While Afterword asks the shop's customers, WooCommerce does not ask them, too. WooCommerce's setting stays as it is. */
	public static function is_own_request_sent( $is_sent ) {
		return $is_sent && ! Afterword_Shop::current();
	}

	public static function enqueue() {
		$shop = Afterword_Shop::current();
		if ( ! $shop ) {
			return;
		}
		// The script's address says its version.
		wp_register_script( self::SCRIPT, $shop->base . '/embed/v1.js', array(), null, true ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion
		if ( is_singular( 'product' ) ) {
			wp_enqueue_style( 'afterword', plugins_url( 'assets/afterword.css', AFTERWORD_FILE ), array(), AFTERWORD_VERSION );
		}
	}

	public static function as_module( $tag, $handle ) {
		return self::SCRIPT === $handle ? preg_replace( '~ type=([\'"])text/javascript\1|(?<=<script)(?= )~', ' type="module"', $tag, 1 ) : $tag;
	}

	/** What a fragment consists of. */
	const TAGS = array(
		'section'    => array( 'class' => true, 'lang' => true, 'dir' => true ),
		'article'    => array( 'class' => true ),
		'nav'        => array( 'class' => true, 'aria-label' => true ),
		'h2'         => array( 'class' => true ),
		'h3'         => array( 'class' => true, 'lang' => true, 'dir' => true ),
		'p'          => array( 'class' => true, 'lang' => true, 'dir' => true ),
		'blockquote' => array( 'class' => true ),
		'ul'         => array( 'class' => true ),
		'li'         => array(),
		'a'          => array( 'href' => true, 'rel' => true, 'aria-current' => true, 'dir' => true ),
		'b'          => array(),
		'bdi'        => array( 'class' => true ),
		'br'         => array(),
		'span'       => array( 'class' => true, 'role' => true, 'aria-label' => true ),
		'time'       => array( 'class' => true, 'datetime' => true ),
		'meter'      => array( 'max' => true, 'value' => true, 'aria-hidden' => true ),
		'img'        => array( 'class' => true, 'src' => true, 'width' => true, 'height' => true, 'loading' => true, 'alt' => true ),
		'svg'        => array( 'class' => true, 'viewbox' => true, 'width' => true, 'height' => true, 'fill' => true, 'aria-hidden' => true ),
		'path'       => array( 'opacity' => true, 'd' => true ),
	);
}

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

	/** The element's script, and the list's style. */
	const SCRIPT = 'afterword';

	/** @var bool Whether the list of products that is being printed has a block of stars. */
	private static $has_stars = false;

	public static function hook() {
		add_filter( 'woocommerce_product_get_average_rating', array( __CLASS__, 'average' ), 20, 2 );
		add_filter( 'woocommerce_product_get_review_count', array( __CLASS__, 'count' ), 20, 2 );
		add_filter( 'woocommerce_product_get_rating_counts', array( __CLASS__, 'counts' ), 20, 2 );
		add_action( 'woocommerce_before_product_object_save', array( __CLASS__, 'keep_own_average' ) );
		// Yoast's plug-in takes WooCommerce's data out at 10; Rank Math and SEOPress make their own.
		add_filter( 'woocommerce_structured_data_product', array( __CLASS__, 'describe' ), 5, 2 );
		foreach ( array( 'wpseo_schema_product', 'rank_math/snippet/rich_snippet_product_entity', 'seopress_schemas_auto_product_json', 'seopress_pro_get_json_data_product' ) as $filter ) {
			add_filter( $filter, array( __CLASS__, 'describe' ), 20 );
		}
		add_filter( 'comments_template', array( __CLASS__, 'template' ), 20 );
		add_filter( 'render_block_woocommerce/product-reviews', array( __CLASS__, 'block' ) );
		add_filter( 'pre_render_block', array( __CLASS__, 'list_begins' ), 10, 2 );
		add_filter( 'render_block_core/post-title', array( __CLASS__, 'title_in_list' ), 10, 3 );
		add_filter( 'woocommerce_email_enabled_customer_review_request', array( __CLASS__, 'is_own_request_sent' ), 20 );
		add_filter( 'script_loader_tag', array( __CLASS__, 'as_module' ), 10, 2 );
		add_action( 'init', array( __CLASS__, 'register' ) );
		add_action( 'wp_body_open', array( __CLASS__, 'say_early' ), 0 );
		add_action( 'wp_enqueue_scripts', array( __CLASS__, 'enqueue' ) );
	}

	/** The average and the number of the reviews of a product, or `null` if WooCommerce's own are shown. */
	private static function rating( $product ) {
		return Afterword_Answers::speak_of( $product->get_id() ) ? Afterword_Answers::rating( Afterword_Answers::number( $product->get_id() ) ) : null;
	}

	public static function average( $average, $product ) {
		return self::rating( $product )[0] ?? $average;
	}

	public static function count( $count, $product ) {
		return self::rating( $product )[1] ?? $count;
	}

	/** WooCommerce sums these numbers by stars. Afterword's list has no more than their sum. */
	public static function counts( $counts, $product ) {
		$rating = self::rating( $product );
		if ( ! $rating ) {
			return $counts;
		}
		return $rating[1] ? array( (int) round( $rating[0] ) => $rating[1] ) : array();
	}

	/** When WooCommerce counts its own reviews, it divides the sum of their stars by the number that is shown. */
	public static function keep_own_average( $product ) {
		if ( ! isset( $product->get_changes()['average_rating'] ) ) {
			return;
		}
		$counts = $product->get_rating_counts( 'edit' );
		$sum    = array_sum( array_map( fn( $stars, $count ) => $stars * $count, array_keys( $counts ), $counts ) );
		$product->set_average_rating( $sum ? number_format( $sum / array_sum( $counts ), 2, '.', '' ) : 0 );
	}

	/**
	 * Adds Afterword's reviews to the product that WooCommerce, or a plug-in in its place, describes to search engines.
	 *
	 * @param array|mixed     $markup  The product in schema.org's words; empty if a plug-in describes it elsewhere.
	 * @param WC_Product|null $product The product; that of the page if a plug-in says none.
	 * @return array|mixed
	 */
	public static function describe( $markup, $product = null ) {
		$product = $product instanceof WC_Product ? $product : wc_get_product( get_queried_object_id() );
		$rating  = $product && $markup && is_array( $markup ) ? self::rating( $product ) : null;
		if ( ! $rating ) {
			return $markup;
		}
		unset( $markup['aggregateRating'], $markup['review'] );
		if ( ! $rating[1] || ! $product->get_reviews_allowed() ) {
			return $markup;
		}
		$markup['aggregateRating'] = array( '@type' => 'AggregateRating', 'ratingValue' => $rating[0], 'reviewCount' => $rating[1], 'bestRating' => 5, 'worstRating' => 1 );

		$reviews = Afterword_Answers::reviews( Afterword_Answers::number( $product->get_id() ) );
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
		return 'product' === get_post_type() && Afterword_Answers::speak_of( get_the_ID() ) ? dirname( __DIR__ ) . '/templates/reviews.php' : $file;
	}

	/** The block of reviews that has blocks in it. Without them, it uses the template. */
	public static function block( $content ) {
		if ( '' === trim( $content ) || false !== strpos( $content, '<afterword-reviews' ) || ! Afterword_Answers::speak_of( get_the_ID() ) ) {
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
		if ( $is_page || self::$has_stars || 'product' !== get_post_type( $product ) || ! Afterword_Answers::speak_of( $product ) ) {
			return $content;
		}
		$attrs = array( 'isDescendentOfQueryLoop' => true, 'textAlign' => $block['attrs']['textAlign'] ?? '' );
		$stars = compact( 'attrs' ) + array( 'blockName' => 'woocommerce/product-rating', 'innerBlocks' => array(), 'innerHTML' => '', 'innerContent' => array() );
		return $content . ( new WP_Block( $stars, $instance->context ) )->render();
	}

	/**
	 * Prints the reviews of a product, which the element replaces with the newest.
	 *
	 * @param int $product The product's number here.
	 */
	public static function print_reviews( $product ) {
		self::print_list( Afterword_Answers::number( $product ), ' id="reviews" class="woocommerce-Reviews" write' );
	}

	/** Prints the list of a product, by its number in Afterword, or of the whole shop, with more attributes of the element. */
	public static function print_list( $number, $attributes = '' ) {
		$shop = Afterword_Shop::current();
		if ( ! $shop ) {
			return;
		}
		$reviews = Afterword_Answers::reviews( $number );
		wp_enqueue_style( self::SCRIPT );
		wp_enqueue_script( self::SCRIPT );
		printf(
			'<afterword-reviews%s shop="%s" product="%s" style="%s">',
			$attributes, // phpcs:ignore WordPress.Security.EscapeOutput -- this class's own.
			esc_attr( $shop->id ),
			esc_attr( Afterword_Answers::id( $number ) ),
			esc_attr( Afterword_Answers::may_have_reviews( $number ) ? self::ROOM : self::EMPTY_ROOM )
		);
		if ( $reviews ) {
			echo wp_kses( $reviews['html'], self::TAGS );
		} else {
			printf( '<a href="%s">%s</a>', esc_url( Afterword_Answers::address( $shop, $number ) ), esc_html__( 'Reviews', 'afterword' ) );
		}
		echo '</afterword-reviews>';
	}

	/** While Afterword asks the shop's customers, WooCommerce does not ask them, too. WooCommerce's setting stays as it is. */
	public static function is_own_request_sent( $is_sent ) {
		return $is_sent && ! Afterword_Shop::current();
	}

	/** Registers the element's script, which has the theme's color of stars unless the shop's style sheet sets one, and the list's style. */
	public static function register() {
		wp_register_style( self::SCRIPT, plugins_url( 'assets/afterword.css', AFTERWORD_FILE ), array(), AFTERWORD_VERSION );
		wp_register_script( 'afterword-color', plugins_url( 'assets/color.js', AFTERWORD_FILE ), array(), AFTERWORD_VERSION, true );
		$shop = Afterword_Shop::current();
		if ( $shop ) {
			// The script's address says its version.
			wp_register_script( self::SCRIPT, $shop->base . '/embed/v1.js', array( 'afterword-color' ), null, true ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion -- Afterword's.
		}
	}

	/** Themes such as Astra give stars their size where scripts run, which WooCommerce says at the end of a page: too late, all would move. */
	public static function say_early() {
		if ( Afterword_Shop::current() && in_array( 'woocommerce-no-js', get_body_class(), true ) ) {
			wp_print_inline_script_tag( 'document.body.classList.replace("woocommerce-no-js","woocommerce-js")' );
		}
	}

	/** The style comes before a list, so that nothing moves; but not if the list is in what a classic theme prints around a page. */
	public static function enqueue() {
		$post = is_singular() ? get_queried_object() : null;
		if ( $post && ( 'product' === $post->post_type ? Afterword_Answers::speak_of( $post->ID ) : false !== strpos( $post->post_content, 'afterword' ) ) ) {
			wp_enqueue_style( self::SCRIPT );
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
		'div'        => array( 'class' => true, 'role' => true, 'aria-label' => true, 'aria-hidden' => true ),
		'details'    => array( 'class' => true ),
		'summary'    => array(),
		'blockquote' => array( 'class' => true ),
		'ul'         => array( 'class' => true ),
		'li'         => array(),
		'a'          => array( 'href' => true, 'rel' => true, 'aria-current' => true, 'dir' => true ),
		'b'          => array( 'dir' => true ),
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

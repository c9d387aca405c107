namespace Dashboard.Web.Cards;

/// <summary>What every page of cards works with.</summary>
public static class CardServices
{
    public static IServiceCollection AddCards(this IServiceCollection services) => services
        .AddScoped<CardActions>()
        .AddScoped<CardHands>();
}

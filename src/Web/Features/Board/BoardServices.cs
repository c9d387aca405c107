using Dashboard.Web.Cards;

namespace Dashboard.Web.Features.Board;

/// <summary>The board's page, and what every page of cards works with.</summary>
public static class BoardServices
{
    public static IServiceCollection AddBoardPages(this IServiceCollection services) => services.AddCards().AddScoped<BoardActions>();
}

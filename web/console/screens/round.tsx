export default () => <h1 tabIndex={-1}>round</h1>;
